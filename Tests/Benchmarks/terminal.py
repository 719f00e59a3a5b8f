"""A program in a terminal of its own: keys go in, bytes come out, and both are timed."""
import fcntl
import os
import pathlib
import pty
import re
import select
import struct
import termios
import time

ROWS, COLUMNS = 50, 200


class Terminal:
    def __init__(self, command, environment):
        self.started = time.monotonic()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update(environment, TERM="xterm-256color", LC_ALL="C.UTF-8")
            # The size is there before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvp(command[0], command)

    def read(self, quiet=0.06, limit=20.0):
        """What it sends until it is quiet: the bytes, and seconds until the last of them."""
        begin = last = time.monotonic()
        data = b""
        while (left := begin + limit - time.monotonic()) > 0:
            if not select.select([self.file], [], [], min(left, quiet) if data else left)[0]:
                break
            try:
                chunk = os.read(self.file, 1 << 16)
            except OSError:
                break
            data += chunk
            last = time.monotonic()
        return data, last - begin

    def until(self, text, limit=60.0):
        """Seconds from the start until it has sent a text; `None` if it never does."""
        data, end = b"", time.monotonic() + limit
        while (left := end - time.monotonic()) > 0 and select.select([self.file], [], [], left)[0]:
            try:
                data += os.read(self.file, 1 << 16)
            except OSError:
                return None
            if text in data:
                return time.monotonic() - self.started
        return None

    def press(self, key, quiet=0.06):
        os.write(self.file, key)
        return self.read(quiet=quiet, limit=3)

    def resize(self, rows, columns):
        """Seconds until what it sends for another size has all come."""
        begin = time.monotonic()
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        _, last = self.read(quiet=0.3, limit=3)
        return last if time.monotonic() > begin else 0

    def resident(self):
        """Megabytes in memory, of the program and of those that it started."""
        return sum(self._resident(pid) for pid in [self.pid, *self._children(self.pid)])

    @staticmethod
    def _children(pid):
        found = pathlib.Path(f"/proc/{pid}/task/{pid}/children")
        return [int(word) for word in found.read_text().split()] if found.exists() else []

    @staticmethod
    def _resident(pid):
        try:
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
        except FileNotFoundError:
            return 0
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0

    def idle(self, seconds):
        """Bytes sent in some seconds without a key."""
        end, sent = time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            if select.select([self.file], [], [], left)[0]:
                sent += len(os.read(self.file, 1 << 16))
        return sent

    def close(self, key):
        try:
            os.write(self.file, key)
            self.read(limit=1)
        finally:
            os.close(self.file)
            os.waitpid(self.pid, 0)
