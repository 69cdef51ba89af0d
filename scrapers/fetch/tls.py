"""TLS: checked everywhere, named where it fails, and eased for one site at a time, with reason and date.

Portals run servers that send no intermediate certificate, speak TLS 1.0 only, or show another host's
certificate. A site's file may say so under `tls`; nothing switches checks off for all sites.
"""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import certifi
from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass

from scrapers.yaml_files import STRICT

Trouble = Literal["old-protocol", "wrong-host", "unverified"]


@checked_dataclass(frozen=True, config=STRICT)
class TlsSpec:
    """The key `tls` of a site's file: what is eased for this site alone, why, and since when.

    `chain`: PEM file, beside the site's file, with the intermediate certificates that the server does not
    send; everything is still checked. `allow`: `old-protocol` (TLS before 1.2, weak ciphers), `wrong-host`
    (a valid certificate of another name), `unverified` (an expired or self-made certificate: anyone can be
    this server, so this is the last resort).
    """

    reason: Annotated[str, Field(min_length=10)]
    since: date
    chain: str | None = None
    allow: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Tls:
    """A site's exception with its file found: what `TlsSpec` says, `chain` as text."""

    allow: frozenset[Trouble] = frozenset()
    chain: str | None = None


_STRICT_TLS = Tls()


def exception(spec: TlsSpec | None, folder: Path) -> Tls | None:
    """The exception that a file in `folder` makes; `ValueError` where it cannot be used."""
    if spec is None:
        return None
    if not spec.chain and not spec.allow:
        raise ValueError("nothing is eased: give 'chain' or 'allow'")
    chain = None
    if spec.chain:
        try:
            chain = (folder / spec.chain).read_text("ascii")
            ssl.create_default_context(cadata=chain)
        except (OSError, ValueError, ssl.SSLError) as fault:
            raise ValueError(f"chain {spec.chain!r} cannot be used: {fault}") from fault
    return Tls(frozenset(spec.allow), chain)


@cache
def context(tls: Tls | None = None) -> ssl.SSLContext:
    """The context for a site; one for all without an exception, since reading the authorities takes long."""
    tls = tls or _STRICT_TLS
    made = ssl.create_default_context(cafile=certifi.where())
    if tls.chain:
        made.load_verify_locations(cadata=tls.chain)
        made.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    if "old-protocol" in tls.allow:
        made.minimum_version = ssl.TLSVersion.TLSv1
        made.set_ciphers("DEFAULT:@SECLEVEL=0")
        made.options |= ssl.OP_LEGACY_SERVER_CONNECT if hasattr(ssl, "OP_LEGACY_SERVER_CONNECT") else 0x4
    if tls.allow & {"wrong-host", "unverified"}:
        made.check_hostname = False
    if "unverified" in tls.allow:
        made.verify_mode = ssl.CERT_NONE
    return made


_REMEDIES = (
    (
        r"unable to get (?:local )?issuer certificate|unable to verify the first certificate",
        "the server does not send its intermediate certificate, or its authority is unknown",
        "save the intermediate as PEM beside the site's file and name it under 'tls.chain'",
    ),
    (
        r"self.signed certificate",
        "the certificate is self-made or its authority is unknown",
        "save that certificate as PEM and name it under 'tls.chain'",
    ),
    (
        r"[Hh]ostname mismatch|IP address mismatch|not valid for|doesn't match",
        "the certificate is another host's",
        "use the name that it shows, or say 'tls.allow: [wrong-host]'",
    ),
    (
        r"certificate (?:has expired|is not yet valid)",
        "the certificate is out of date",
        "tell the site's owner; until then 'tls.allow: [unverified]'",
    ),
    (
        r"(?i)unsupported.protocol|protocol.version|legacy.(?:renegotiation|sigalg)|(?:dh|ee).key.too.small"
        r"|handshake.failure|no.ciphers|digest.too.weak|md.too.weak|wrong.version|unknown.protocol",
        "the server speaks an old protocol or weak ciphers only",
        "say 'tls.allow: [old-protocol]'",
    ),
)


def explained(error: Exception) -> str | None:
    """What is wrong with a server's TLS and the remedy, if `error` is about that."""
    text = str(error)
    if not re.search(r"SSL|TLS|[Cc]ertificate|CERTIFICATE", text):
        return None
    for pattern, what, remedy in _REMEDIES:
        if re.search(pattern, text):
            return f"TLS: {what} ({text[:150]}). Remedy: {remedy} in the site's file, with reason and date"
    return f"TLS failed: {text[:200]}"
