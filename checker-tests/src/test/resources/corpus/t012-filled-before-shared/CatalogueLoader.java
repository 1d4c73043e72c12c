package com.postorder.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** An article of the catalogue; not thread-safe. */
class Article {
  private final String id;
  private final Map<String, String> texts = new HashMap<>();
  private int pictures;
  private int revisions;

  Article(String id) {
    this.id = id;
  }

  void text(String language, String text) {
    texts.put(language, text); // RACE unsafe-collection #1
  }

  void picture() {
    pictures++;
  }

  void revised() {
    revisions++; // RACE rmw #2
  }

  String id() {
    return id;
  }

  int size() {
    return texts.size() + pictures + revisions;
  }
}

class CatalogueLoader {
  private final ConcurrentHashMap<String, Article> articles = new ConcurrentHashMap<>();
  private final ExecutorService pool;

  CatalogueLoader(ExecutorService pool) {
    this.pool = pool;
  }

  /** Filled completely, then shared. */
  void load(String id, List<String> languages) {
    pool.execute(
        () -> {
          Article article = new Article(id);
          for (String language : languages) {
            article.text(language, id + " in " + language);
            article.picture();
          }
          articles.put(id, article);
        });
  }

  /** Shared first, filled afterwards, when other threads can find it. */
  void loadEagerly(String id, List<String> languages) {
    pool.execute(
        () -> {
          Article article = articles.computeIfAbsent(id, Article::new);
          for (String language : languages) {
            article.text(language, id + " in " + language); // RACE unsafe-collection #1
          }
        });
  }

  void revise(String id) {
    pool.execute(
        () -> {
          Article article = articles.get(id);
          if (article != null) {
            article.revised(); // RACE rmw #2
          }
        });
  }

  int size() {
    int sum = 0;
    for (Article article : new ArrayList<>(articles.values())) {
      sum += article.size();
    }
    return sum;
  }
}
