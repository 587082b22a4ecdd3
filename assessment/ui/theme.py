"""The theme, worked out once and not anew for every click.

With each run of a page or a fragment Streamlit sends its theme along, and goes through all of its
settings six times to put it together: a tenth of what a click costs, and a third of what a screen
costs that only asks whether something has moved. Settings are read when the server starts and
nothing changes them afterwards, so what was put together first is kept. Streamlit offers no way to
say so; a test holds that the browser is told the same, and fails when a new version does it
otherwise.
"""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


_worked_out = app_session._populate_theme_msg


def keep_the_theme() -> None:
    """From here on each session is told the theme as it is now; saying so twice changes nothing."""
    kept.cache_clear()
    app_session._populate_theme_msg = tell


@cache
def kept(section: str) -> CustomThemeConfig:
    """What Streamlit tells of one section of the settings, such as "theme.light"."""
    found = CustomThemeConfig()
    _worked_out(found, section)
    return found


def tell(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Put a section of the theme into a message; where nothing is set it stays untouched."""
    found = kept(section)
    if found.ByteSize():
        msg.MergeFrom(found)
