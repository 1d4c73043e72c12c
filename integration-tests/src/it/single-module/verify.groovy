// Each error of javac, as "File:line Check"; Maven prints it as it comes and once more in the end.
def errors = (new File(basedir, 'build.log').text =~ /\[ERROR\] \S*?(\w+\.java):\[(\d+),\d+\] \[(\w+)\]/)
    .collect { it[1] + ':' + it[2] + ' ' + it[3] } as Set

assert errors == ['VisitCounter.java:12 UnsafeReadModifyWrite'] as Set

String patched = new File(basedir, 'src/main/java/visits/VisitCounter.java').text
assert patched.contains('private final AtomicInteger visits = new AtomicInteger();')
assert patched.contains('visits.incrementAndGet()')
