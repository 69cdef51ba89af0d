"""A lake in an S3-compatible bucket: the same commits, with conditional requests where a folder has renames.

The manifest is replaced by `PutObject` with `If-Match` (RFC 9110, 13.1.1), so that of two writers one commits
and the other is refused, even if both believed the lock theirs. A server without conditional writes (S3 has
had them since November 2024) is of no use here. Credentials and endpoint come from the environment, as all
tools of AWS read them (`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, …).
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.errors import UserError
from pipeline.store.store import LOCK, LakeBusyError, holder

_LEASE = 900.0
"""Seconds after which the lock of a writer that vanished may be taken over."""


class S3Store:
    """`s3://bucket/path`; a second name is a copy made by the server."""

    def __init__(self, url: str) -> None:
        try:
            import s3fs  # noqa: PLC0415
        except ImportError:
            raise UserError("a lake under s3:// needs more packages: pip install 'thidua[s3]'") from None
        self.url = url.rstrip("/")
        self._bucket, _, prefix = self.url.removeprefix("s3://").partition("/")
        if not self._bucket:
            raise UserError(f"{url} names no bucket")
        self._prefix = f"{prefix}/" if prefix else ""
        self._fs = s3fs.S3FileSystem(use_listings_cache=False)

    @property
    def filesystem(self) -> Any:
        """What pyarrow and DuckDB read from (fsspec)."""
        return self._fs

    def locate(self, path: str) -> str:
        """The path's name for `filesystem`."""
        return f"{self._bucket}/{self._prefix}{path}"

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._read(path)[0]

    def _read(self, path: str) -> tuple[bytes, str]:
        """The bytes of a file and their entity tag, of the same moment."""
        with _told(self.url):
            answer = self._call("get_object", path)
            body = answer["Body"]
            from fsspec.asyn import sync  # noqa: PLC0415

            return sync(self._fs.loop, body.read), answer["ETag"]

    def size(self, path: str) -> int | None:
        """Bytes of a file, None where there is none."""
        try:
            with _told(self.url):
                return int(self._call("head_object", path)["ContentLength"])
        except FileNotFoundError:
            return None

    def write(self, path: str, data: bytes) -> None:
        """One PUT, which appears whole or not at all."""
        with _told(self.url):
            self._call("put_object", path, Body=data)

    def replace_manifest(self, path: str, data: bytes, held: bytes | None) -> None:
        """A PUT that the server refuses where the manifest is no longer the one that was read."""
        condition = {"IfNoneMatch": "*"}
        busy = LakeBusyError(f"another process has written to {self.url} meanwhile; nothing was stored")
        if held is not None:
            found, tag = self._read(path)
            if found != held:
                raise busy
            condition = {"IfMatch": tag}
        if not self._put_if(path, data, condition):
            raise busy

    def _put_if(self, path: str, data: bytes, condition: dict[str, str]) -> bool:
        try:
            self._call("put_object", path, Body=data, **condition)
        except OSError as fault:
            said = f"{fault} {fault.__cause__}"
            if "PreconditionFailed" in said or "pre-conditions" in said or "ConditionalRequest" in said:
                return False
            raise
        return True

    def show(self, source: str, path: str) -> None:
        """Copied by the server, over what was there."""
        with _told(self.url):
            self._call("copy_object", path, CopySource={"Bucket": self._bucket, "Key": self._prefix + source})

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already is no error."""
        with _told(self.url):
            self._call("delete_object", path)

    def paths(self, prefix: str) -> Iterator[str]:
        """Every file below a folder, sorted."""
        start = f"{self._bucket}/{self._prefix}"
        try:
            with _told(self.url):
                found = self._fs.find(start + prefix.rstrip("/") + "/")
        except FileNotFoundError as fault:
            raise UserError(f"{self.url} cannot be used: {fault}") from fault
        yield from sorted(path.removeprefix(start) for path in found)

    def settle(self, paths: Iterable[str]) -> None:
        """Nothing to do: a PUT that was answered is durable."""

    @contextmanager
    def locked(self) -> Iterator[None]:
        """An object that is made if there is none; one that outlived its lease is taken over."""
        data = json.dumps({"holder": holder(), "until": time.time() + _LEASE}).encode()
        with _told(self.url):
            mine = self._put_if(LOCK, data, {"IfNoneMatch": "*"}) or self._take_over(data)
        if not mine:
            raise LakeBusyError(f"another process is writing to {self.url}; wait for it to end")
        try:
            yield
        finally:
            self.delete(LOCK)

    def _take_over(self, data: bytes) -> bool:
        try:
            found, tag = self._read(LOCK)
        except FileNotFoundError:
            return False
        other = json.loads(found)
        if other["until"] > time.time():
            raise LakeBusyError(
                f"another process is writing to {self.url} ({other['holder']}); wait for it to end"
            )
        return self._put_if(LOCK, data, {"IfMatch": tag})

    def _call(self, method: str, path: str, **more: Any) -> Any:
        return self._fs.call_s3(method, Bucket=self._bucket, Key=self._prefix + path, **more)


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Trouble on the way to the store as one line; a missing file stays `FileNotFoundError`."""
    try:
        yield
    except (FileNotFoundError, UserError):
        raise
    except Exception as fault:
        # s3fs and botocore raise a dozen unrelated classes for refusals, missing credentials and timeouts.
        raise UserError(f"{url} cannot be used: {fault}") from fault
