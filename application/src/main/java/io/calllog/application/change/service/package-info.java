/** The use case of the feed of changes. */
@NullMarked
package io.calllog.application.change.service;

import org.jspecify.annotations.NullMarked;
