package indexpool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The field or method may only be accessed when holding the lock. */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@interface GuardedBy {
    String value();
}

@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@interface ThreadSafe {
}

@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@interface NotThreadSafe {
}
