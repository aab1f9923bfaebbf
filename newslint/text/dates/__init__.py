"""Calendar dates: where they stand, which day they name, and the lines that hold nothing else."""
