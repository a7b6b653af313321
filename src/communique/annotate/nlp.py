"""spaCy's home: loads a model and turns text segments into plain tokens.

The text is normalised before parsing (curly quotes, blanks, a missing space after a closing quote), one character for one
character or with a recorded shift, so that every token's offsets are offsets into the article's own text.
"""

from __future__ import annotations
