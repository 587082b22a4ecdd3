"""This computer's addresses on its networks, without asking anyone."""

import ipaddress
import os
import socket
import sys
from contextlib import suppress

from starter.words import Stop


NO_NETWORK = (
    "This computer is on no network, so no phone can reach it. Join the Wi-Fi of the room and "
    "start it again.\nWithout a network: python3 run.py. Views can be called out, come in packs or "
    "on paper, or the laptop is passed around."
)
# Interfaces of virtual machines, containers and tunnels: no phone of the room is there.
VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "tun", "tap", "utun", "wg")
# Which of our addresses leads there is asked without sending anything: the usual way out, by an
# address that is nobody's, then each kind of private network.
TOWARDS = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")


def room_addresses() -> list[str]:
    """This computer's addresses on its networks, the likely one first.

    Nothing is sent, and no name is looked up that would be asked of the network.

    Raises:
        Stop: there is none.
    """
    found = [*map(address_towards, TOWARDS), *interface_addresses()]
    usable = [one for one in dict.fromkeys(found) if one and is_usable(one)]
    if not usable:
        raise Stop(NO_NETWORK)
    virtual = {one for name, one in by_interface() if name.startswith(VIRTUAL)}
    return [one for one in usable if one not in virtual] or usable


def address_towards(target: str) -> str:
    """Our own address on the way to another; "" where there is no way. A datagram socket that is
    connected sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect((target, 9))
        return str(probe.getsockname()[0])
    return ""


def interface_addresses() -> list[str]:
    """The addresses of all interfaces, as far as the standard library tells."""
    if os.name == "nt":  # Windows answers for its own name without asking the network
        with suppress(OSError):
            return socket.gethostbyname_ex(socket.gethostname())[2]
        return []
    return [address for _name, address in by_interface()]


def by_interface() -> list[tuple[str, str]]:
    """Each interface's name and first address, where the system tells them apart."""
    found = []
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        ask = 0xC0206921 if sys.platform == "darwin" else 0x8915  # SIOCGIFADDR
        for _index, name in socket.if_nameindex():
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
                wanted = name.encode()[:15].ljust(256, b"\0")
                answer = fcntl.ioctl(probe.fileno(), ask, wanted)
                found.append((name, socket.inet_ntoa(answer[20:24])))
    return found


def is_usable(address: str) -> bool:
    """Whether others may reach us there: not this computer alone, nor one given for want of any."""
    one = ipaddress.ip_address(address)
    return not (one.is_loopback or one.is_link_local or one.is_unspecified or one.is_multicast)
