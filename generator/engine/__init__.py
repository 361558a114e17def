"""The engine: runs a program, records what happens, and replays its state at any event."""
