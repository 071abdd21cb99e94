"""What differs between two versions of the content."""

from vpwijzer.pages.change.page import change_page

__all__ = ["change_page"]
