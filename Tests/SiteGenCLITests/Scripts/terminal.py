"""terminal.py PROGRAM ARGUMENT…: runs a program on a terminal of its own.

Each line of standard input is typed when the program has written ': ' and waits; the line '^D' ends
the input. Prints all that stood on the terminal, and exits as the program did.
"""

import os
import pty
import select
import sys

answers = sys.stdin.read().splitlines()
child, terminal = pty.fork()
if child == 0:
    os.environ["NO_COLOR"] = "1"
    os.execv(sys.argv[1], sys.argv[1:])

shown = b""
while True:
    ready, _, _ = select.select([terminal], [], [], 20)
    if not ready:
        sys.exit("the program waits for more than was typed: " + shown.decode())
    try:
        block = os.read(terminal, 4096)
    except OSError:
        break
    if not block:
        break
    shown += block
    if shown.endswith(b": ") and answers:
        answer = answers.pop(0)
        os.write(terminal, b"\x04" if answer == "^D" else answer.encode() + b"\n")

_, status = os.waitpid(child, 0)
sys.stdout.write(shown.decode().replace("\r\n", "\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(status))
