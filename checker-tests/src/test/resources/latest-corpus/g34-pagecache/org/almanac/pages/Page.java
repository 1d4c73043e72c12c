package org.almanac.pages;

import java.util.concurrent.atomic.AtomicInteger;

public class Page {
    private final String html;
    private final AtomicInteger views = new AtomicInteger();

    public Page(String html) {
        this.html = html;
    }

    int viewed() {
        return views.incrementAndGet();
    }

    public String html() {
        return html;
    }
}
