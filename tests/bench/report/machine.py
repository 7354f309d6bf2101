"""What a report was measured on, in words that name no computer."""

import hashlib
import os
import pathlib
import platform
import re
import statistics
import subprocess
import tempfile
import time


def milliseconds(work):
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def pace_ms():
    """How long work takes that never changes: none of it is ours. Says how fast the machine was just then."""
    block = bytes(range(256)) * 4096
    numbers = [i * 7919 % 99991 for i in range(60_000)]

    def work():
        for _ in range(8):
            hashlib.sha1(block).digest()
        sorted(numbers)

    return statistics.median(milliseconds(work) for _ in range(9))


def disk_write_ms(folder, times=300):
    """Of one page, until it is on the disk: median and 99th percentile."""
    each = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(times):
            each.append(milliseconds(lambda: (os.pwrite(file.fileno(), b"x" * 4096, 0), os.fdatasync(file.fileno()))))
    each.sort()
    return {"p50": each[times // 2], "p99": each[times * 99 // 100]}


def first_match(pattern, text, otherwise="unknown"):
    found = re.search(pattern, text, flags=re.M)
    return found.group(1).strip() if found else otherwise


def output_of(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


def compiler(build):
    for file in pathlib.Path(build).glob("CMakeFiles/*/CMakeCXXCompiler.cmake"):
        text = file.read_text()
        return " ".join(first_match(rf'^set\(CMAKE_CXX_COMPILER_{key} "(.*?)"', text) for key in ("ID", "VERSION"))
    return "unknown"


def describe(build):
    proc = pathlib.Path("/proc")
    memory_kb = int(first_match(r"^MemTotal:\s+(\d+)", (proc / "meminfo").read_text(), "0"))
    return {
        "processor": first_match(r"^model name\s*:(.*)$", (proc / "cpuinfo").read_text()),
        "cores": os.cpu_count(),
        "memory_gb": round(memory_kb * 1024 / 1e9, 1),
        "disk_write_ms": disk_write_ms(tempfile.gettempdir()),
        "kernel": first_match(r"^([0-9.]+)", platform.release()),
        "system": first_match(r'^PRETTY_NAME="?(.*?)"?$', pathlib.Path("/etc/os-release").read_text()),
        "compiler": compiler(build),
    }
