// Each error of javac, as "File:line Check"; Maven prints it as it comes and once more in the end.
def errors = (new File(basedir, 'build.log').text =~ /\[ERROR\] \S*?(\w+\.java):\[(\d+),\d+\] \[(\w+)\]/)
    .collect { it[1] + ':' + it[2] + ' ' + it[3] } as Set

assert errors == ['Scales.java:9 UnsafeReadModifyWrite'] as Set
assert new File(basedir, 'target/generated-sources/annotations/parcels/AutoValue_Parcel.java').exists()
