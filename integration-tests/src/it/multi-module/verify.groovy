// Each error of javac, as "File:line Check"; Maven prints it as it comes and once more in the end.
def errors = (new File(basedir, 'build.log').text =~ /\[ERROR\] \S*?(\w+\.java):\[(\d+),\d+\] \[(\w+)\]/)
    .collect { it[1] + ':' + it[2] + ' ' + it[3] } as Set

assert errors == ['Doors.java:12 UnsafeReadModifyWrite', 'Shop.java:12 AtomicGetThenSet'] as Set
assert new File(basedir, 'taxes/target/classes/taxes/TaxTable.class').exists()
