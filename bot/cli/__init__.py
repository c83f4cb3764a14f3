"""One thin file a verb of the `stairwise` command."""
