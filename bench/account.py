"""The account of the replay server. Standard library only: subjects import it in environments that hold nothing of ours."""

USER = "admin"
PASSWORD = "adminadmin"
SESSION_COOKIE = "QBT_SID_8080"
SESSION = "replayed"
