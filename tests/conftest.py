"""What holds for every test: nothing reaches the network, and generated examples never fail for slowness."""

import os
import sys
from ipaddress import ip_address

from hypothesis import settings

# A busy machine is not a fault. On a build machine the examples are the same every time, so that nobody's change is
# turned away for what another text would have shown; elsewhere they vary, and that is where new ones are found.
settings.register_profile("house", deadline=None, print_blob=True, derandomize="CI" in os.environ)
settings.load_profile("house")


def _is_here(host: object) -> bool:
    """Whether a host is this machine; a name other than localhost would have to be looked up, so it is not."""
    if host is None or host == "localhost":
        return True
    try:
        return ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _stay_here(event: str, args: tuple[object, ...]) -> None:
    """Refuse a connection or a look-up that leaves this machine, whichever library asks for it."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if not _is_here(host):
        raise RuntimeError("the tests stay on this machine: no network")


sys.addaudithook(_stay_here)
