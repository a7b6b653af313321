"""TIME: records -> links -> threads. Pure functions over entries; nothing here reads a store or a clock."""
