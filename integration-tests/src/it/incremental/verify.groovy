String log = new File(basedir, 'build.log').text

// Maven prints each error of a failed compilation twice: as it comes, and in the end.
def builds = log.split('Building incremental 1.0')
assert builds.size() == 6
assert builds.collect { it.contains('Room.java:[7,13] [UnsafeReadModifyWrite]') } ==
    [false, false, true, true, false, false]
assert builds[5].contains('Nothing to compile')
