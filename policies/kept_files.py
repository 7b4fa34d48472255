"""Files that may be made anew at any time, kept for a while in one folder that all processes of the machine share."""

import logging
import os
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)
KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class KeptFiles:
    """Contents by their key, a SHA-256 in hexadecimal. What is older than `seconds` is gone; of more than `most_bytes` the oldest go first.

    A folder that cannot be used is noted in the log, and then nothing is kept.
    """

    folder: Path
    seconds: float
    most_bytes: int

    def get(self, key: str) -> bytes | None:
        """Return what was put there less than `seconds` ago, or None."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                return file.read() if self._fresh(os.fstat(file.fileno()).st_mtime) else None
        except FileNotFoundError:
            return None
        except OSError as error:
            logger.error("Nothing can be read from %s: %s", self.folder, error)
            return None

    def put(self, key: str, content: bytes) -> None:
        """Keep the content. A reader sees all of it or nothing. Content above `most_bytes` is not kept."""
        path = self._path(key)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(len(content))
            if len(content) <= self.most_bytes:
                handle, temporary = tempfile.mkstemp(dir=self.folder)  # for this user only
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                os.utime(temporary, (now := time.time(), now))  # by the clock that asks for its age
                os.replace(temporary, path)
        except OSError as error:
            logger.error("Nothing can be kept in %s: %s", self.folder, error)

    def clear(self) -> int:
        """Remove what is too old. Return how many files that were; 0 when there is no folder yet. Raises OSError when it cannot be used."""
        if not self.folder.exists():
            return 0
        old = [path for path in self.folder.iterdir() if (status := _status(path)) and not self._fresh(status.st_mtime)]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _path(self, key: str) -> Path:
        if not KEY.fullmatch(key):
            raise ValueError(f"no key of a kept file: {key[:80]!r}")
        return self.folder / key

    def _fresh(self, changed: float) -> bool:
        return time.time() - changed < self.seconds

    def _make_room(self, wanted: int) -> None:
        """Remove what is too old, half-written files of processes that died with it, and the oldest until `wanted` bytes fit."""
        found = sorted(
            (status.st_mtime, status.st_size, path) for path in self.folder.iterdir() if (status := _status(path))
        )
        room = self.most_bytes - wanted - sum(size for changed, size, _ in found if self._fresh(changed))
        for changed, size, path in found:
            if not self._fresh(changed):
                path.unlink(missing_ok=True)
            elif room < 0:
                path.unlink(missing_ok=True)
                room += size


def _status(path: Path) -> os.stat_result | None:
    """The status of a file that may be gone by now."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None
