"""Many articles at once: a pool of worker processes that read, one process that writes."""
