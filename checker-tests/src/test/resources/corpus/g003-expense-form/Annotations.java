package org.spesen.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Instances must not be used by two threads at once. */
@Target(ElementType.TYPE)
@interface NotThreadSafe {}

/** Instances do not change after their construction. */
@Target(ElementType.TYPE)
@interface Immutable {}
