"""The chat model: one gateway to it, every fault a defined outcome."""
