"""The errors that claimx raises for its users."""


class ClaimxError(Exception):
    """Something that the user can mend; its message says what is wrong, where, and what to do.

    The command line prints the message on one line and exits with code 2.

    >>> raise ClaimxError("article.txt: the file is empty")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: article.txt: the file is empty
    """
