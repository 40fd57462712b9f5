@rem What `exec` is to a POSIX shell: the scripts of package.json begin with it, and this shell does not know it.
@%*
