/** Use cases of keys. */
@NullMarked
package io.calllog.application.key.service;

import org.jspecify.annotations.NullMarked;
