"""Programs for those who work on the project. Nothing here is installed."""
