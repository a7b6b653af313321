"""WEB: the pages that an analyst keeps open: server-drawn, over questions for reading and workflow for writing."""
