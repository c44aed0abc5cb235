"""What may leave the machine: profiles, applied to tables before anything is drawn or written."""

from mapper.publishing.profiles import Profile, publish, withhold

__all__ = ["Profile", "publish", "withhold"]
