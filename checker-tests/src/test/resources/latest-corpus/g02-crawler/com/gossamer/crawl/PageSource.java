package com.gossamer.crawl;

import java.io.IOException;
import java.util.List;

interface PageSource {
    String load(String url) throws IOException;

    List<String> links(String body);
}

record FetchReport(int pages, long bytes, List<String> failures) {
}
