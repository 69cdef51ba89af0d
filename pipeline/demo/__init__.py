"""The embedded demo: five small portals on this machine and a real nightly run."""
