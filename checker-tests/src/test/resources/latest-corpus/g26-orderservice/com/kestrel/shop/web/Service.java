package com.kestrel.shop.web;

import java.lang.annotation.*;

/** Marks a class of which the container makes one instance for all requests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Service {
}
