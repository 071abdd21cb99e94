"""Runs the program and then says what it did that could leave something behind."""

import os
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
TERMINALS = ("/dev/null", "/dev/tty", "/dev/pts/")
NEVER = (
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.spawn",
    "os.symlink",
    "os.system",
    "os.truncate",
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.sendto",
    "sqlite3.connect",
    "subprocess.Popen",
    "syslog.syslog",
    "tempfile.mkdtemp",
    "tempfile.mkstemp",
)
AF_UNIX = 1
"""What asyncio wakes itself with; it reaches no other process."""

seen: list[str] = []


def watch(event: str, given: tuple[object, ...]) -> None:
    if event == "open":
        path, _, flags = given
        writes = isinstance(flags, int) and flags & WRITING
        if writes and isinstance(path, str) and not path.startswith(TERMINALS):
            seen.append(f"open {path}")
    elif event == "socket.__new__":
        if given[1] != AF_UNIX:
            seen.append(f"socket {given[1]}")
    elif event in NEVER:
        seen.append(f"{event} {given}")


def main() -> None:
    sys.addaudithook(watch)
    from vpwijzer import main as program  # noqa: PLC0415 - watched as well

    words = list(sys.argv)
    try:
        program()
    finally:
        changed = [] if sys.argv == words else ["argv changed"]
        print(*seen, *changed, f"gezien: {len(seen)}", sep="\n")  # noqa: T201 - the report


if __name__ == "__main__":
    main()
