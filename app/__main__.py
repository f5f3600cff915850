"""`python -m app`, which is the command `keruen`: from the first moment Ctrl+C ends it without a traceback."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

STOPPED = 130
PLANNER = "--planner"
"""How a frozen program, which has no -m, starts itself as the planning process (app.planner.running)."""


def main() -> NoReturn:
    """Carry out the command this process was started with, and end."""
    if sys.argv[1:2] == [PLANNER]:
        from app.planner.child import main as plan  # noqa: PLC0415 - only in a process of its own

        sys.exit(plan())
    stops = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # nohup and “&” may have it otherwise
    if stops:
        signal.signal(signal.SIGINT, _leave)
    from app.cli import main as carry_out  # noqa: PLC0415 - it takes a tenth of a second, and nothing is begun yet

    try:
        if stops:
            signal.signal(signal.SIGINT, signal.default_int_handler)  # a command tidies up behind itself
        code = carry_out()
    except KeyboardInterrupt:
        code = STOPPED
    finally:
        if stops:
            signal.signal(signal.SIGINT, _leave)
    sys.exit(code)


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(STOPPED)


if __name__ == "__main__":
    main()
