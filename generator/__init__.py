"""TracePile's generator: programs are drawn, run, asked about, narrated, verified and written."""

__version__ = "0.1.0"
