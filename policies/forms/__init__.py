"""Forms about people; those of the wizard live with the wizard."""
