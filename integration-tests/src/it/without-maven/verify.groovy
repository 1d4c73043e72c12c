def builds = new File(basedir, 'build.log').text.split('Building without-maven 1.0').drop(1)

assert builds.size() == 2
builds.each {
  assert it =~ /VisitCounter\.java:12: error: \[UnsafeReadModifyWrite\] 'visits' is read/
}
assert !new File(basedir, 'classes/visits/VisitCounter.class').exists()
