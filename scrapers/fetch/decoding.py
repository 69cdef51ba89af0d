"""Content codings (gzip, deflate, br, zstd) undone within a bound.

A kilobyte on the wire can be a gigabyte in memory; the libraries' convenient calls find out too late.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]
import zstandard

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
_STEP = 1 << 16
_ZSTD_SLICE = 256
"""Bytes that are unpacked at once: a block of 4 bytes may stand for 128 KiB, so this is at most 8 MiB."""


class DecodingError(ValueError):
    """The body is not coded as its header says."""


class TooLargeError(ValueError):
    """The body is larger than allowed."""


def decoded(body: bytes, encoding: str, limit: int) -> bytes:
    """The body without its codings, named as in `Content-Encoding` (the last one is undone first).

    Raises `TooLargeError` beyond `limit` bytes, `DecodingError` where bytes and header do not agree.
    """
    for coding in reversed([each.strip().lower() for each in encoding.split(",")]):
        if coding in {"", "identity"} or not body:
            continue
        body = _collected(_undo(coding, body), limit)
    return body


def _collected(pieces: Iterator[bytes], limit: int) -> bytes:
    whole = bytearray()
    try:
        for piece in pieces:
            whole += piece
            if len(whole) > limit:
                raise TooLargeError(f"more than {limit} bytes after decompression")
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        raise DecodingError(f"the compressed body is damaged ({error})") from error
    return bytes(whole)


def _undo(coding: str, body: bytes) -> Iterator[bytes]:
    if coding in {"gzip", "x-gzip"}:
        return _inflated(body, zlib.MAX_WBITS | 16)
    if coding == "deflate":
        # Servers send either zlib (RFC 9110) or bare deflate; the first byte of zlib tells its method.
        return _inflated(body, zlib.MAX_WBITS if body[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS)
    if coding == "br":
        return _brotli(body)
    if coding == "zstd":
        return _zstd(body)
    raise DecodingError(f"unknown content coding {coding[:40]!r}")


def _inflated(body: bytes, wbits: int) -> Iterator[bytes]:
    machine = zlib.decompressobj(wbits)
    rest = body
    while not machine.eof:
        piece = machine.decompress(rest, _STEP)
        rest = machine.unconsumed_tail
        if not piece and not rest and not machine.eof:
            raise EOFError("it ends early")
        yield piece


def _brotli(body: bytes) -> Iterator[bytes]:
    machine = brotli.Decompressor()
    yield machine.process(body, output_buffer_limit=_STEP)
    while not machine.can_accept_more_data():
        yield machine.process(b"", output_buffer_limit=_STEP)
    if not machine.is_finished():
        raise EOFError("it ends early")


def _zstd(body: bytes) -> Iterator[bytes]:
    machine = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
    for start in range(0, len(body), _ZSTD_SLICE):
        yield machine.decompress(body[start : start + _ZSTD_SLICE])
        if machine.eof:
            return
    raise EOFError("it ends early")
