"""VPwijzer: trees ask, routes decide, facts connect them."""

__version__ = "0.1.0"
