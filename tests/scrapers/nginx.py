"""nginx from Debian, run from a folder of its own as whoever runs the tests."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

_CONFIG = """
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ text/html html htm; text/plain txt; application/pdf pdf; application/json json; }}
    default_type text/html;
    charset utf-8;
    sendfile on;
    keepalive_requests 100000;
    {http}
}}
"""


def installed() -> bool:
    """Whether there is an nginx to run."""
    return nginx_path() is not None


def nginx_path() -> str | None:
    """Debian keeps it out of an ordinary user's PATH."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextlib.contextmanager
def running(
    folder: Path, http: str, address: tuple[str, int], command: tuple[str, ...] = ()
) -> Iterator[int]:
    """nginx with `http` inside its http block, until the block ends; its process id.

    Waits until `address` answers. `command` goes before nginx's, as `taskset -c 1` does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = nginx_path()
    if path is None:
        raise FileNotFoundError("no nginx here: apt-get install nginx-light")
    user = f"user {_me()};" if _me() == "root" else ""
    config = folder / "nginx.conf"
    config.write_text(_CONFIG.format(folder=folder, http=http, user=user), encoding="utf-8")
    with (folder / "stderr.log").open("wb") as log:
        process = subprocess.Popen([*command, path, "-p", str(folder), "-c", str(config)], stderr=log)
    try:
        wait_for(address, process, folder / "stderr.log")
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(address: tuple[str, int], process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server answers; raises `RuntimeError` with its log where it never does."""
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(address, timeout=1).close()
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server does not start: {log.read_text()[-2000:]}") from None
            time.sleep(0.02)
        else:
            return


def _me() -> str:
    import getpass

    return getpass.getuser()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
