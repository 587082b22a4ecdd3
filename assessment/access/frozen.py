"""The base of every model: frozen, and closed to unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that cannot change once made."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=False)
