"""Who works at this machine, as the account says."""

import getpass


def account_name() -> str:
    """The full name of the account, else its short one; '' where the system knows neither."""
    try:
        short = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without accounts
        return ""
    return _full_name(short) or short


def _full_name(short: str) -> str:
    try:
        import pwd  # noqa: PLC0415 - Windows has none
    except ImportError:
        return ""
    try:
        return pwd.getpwnam(short).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
