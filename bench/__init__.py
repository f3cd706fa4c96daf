"""What questions cost, as ratios in one run. `make bench`."""
