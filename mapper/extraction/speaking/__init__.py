"""Who says it: attributions, and voices carried from sentence to sentence."""
