package com.kitchenly.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record Recipe(String title, List<String> ingredients, int minutes) {}

/** Builds the ingredient index of a cook book in parallel. */
class RecipeIndex {
  private final Map<String, List<Recipe>> byIngredient = new HashMap<>();
  private final StringBuilder toc = new StringBuilder();
  private int minutes;

  void index(List<Recipe> book) {
    book.parallelStream()
        .forEach(
            recipe -> {
              for (String ingredient : recipe.ingredients()) {
                List<Recipe> hits =
                    byIngredient.computeIfAbsent( // RACE unsafe-collection #1
                        ingredient, i -> new ArrayList<>());
                hits.add(recipe); // RACE unsafe-collection #1
              }
              toc.append(recipe.title()).append('\n'); // RACE unsafe-collection
            });
  }

  int cookingTime(List<Recipe> book) {
    book.stream()
        .parallel()
        .filter(r -> r.minutes() > 0)
        .forEach(r -> minutes += r.minutes()); // RACE rmw
    return minutes;
  }
}

/** The stream does the collecting: every thread has containers of its own until they are merged. */
class CollectedRecipeIndex {
  private Map<String, List<Recipe>> byIngredient = Map.of();
  private String toc = "";

  void index(List<Recipe> book) {
    byIngredient =
        book.parallelStream()
            .flatMap(r -> r.ingredients().stream().map(i -> Map.entry(i, r)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    toc = book.parallelStream().map(Recipe::title).collect(Collectors.joining("\n"));
  }

  int cookingTime(List<Recipe> book) {
    return book.parallelStream().mapToInt(Recipe::minutes).sum();
  }

  /** Three-argument collect: supplier, accumulator and combiner, no shared list. */
  List<String> quickOnes(List<Recipe> book) {
    ArrayList<String> quick =
        book.parallelStream()
            .filter(r -> r.minutes() <= 20)
            .collect(
                ArrayList::new, (list, r) -> list.add(r.title()), (all, more) -> all.addAll(more));
    quick.add(0, toc.isEmpty() ? "quick" : "quick (" + byIngredient.size() + ")");
    return quick;
  }
}
