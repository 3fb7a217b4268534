// Tlog-verifier checks an exported C2SP tlog-tiles directory with the Go project's own transparency log code, which
// shares nothing with the program that wrote the directory.
//
// Usage: tlog-verifier DIR VERIFIER-KEY
//
// It opens the signed checkpoint, reads hashes only through tlog.TileHashReader, which authenticates every tile against
// the checkpoint, checks that every entry is the leaf that the tree says, that inclusion proofs of entries and
// consistency proofs from earlier sizes hold, and prints "ok SIZE ROOT".
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	// Above this many entries inclusion proofs are checked for a sample that is spread over the log.
	maxProofs = 2000
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: tlog-verifier DIR VERIFIER-KEY")
		os.Exit(2)
	}
	tree, err := verify(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, "tlog-verifier:", err)
		os.Exit(1)
	}
	fmt.Println("ok", tree.N, base64.StdEncoding.EncodeToString(tree.Hash[:]))
}

func verify(dir, key string) (tlog.Tree, error) {
	tree, err := openCheckpoint(dir, key)
	if err != nil {
		return tree, fmt.Errorf("checkpoint: %w", err)
	}
	if tree.N == 0 {
		// tlog has no hash for the empty tree; RFC 6962 does.
		if tree.Hash != tlog.Hash(sha256.Sum256(nil)) {
			return tree, fmt.Errorf("root of the empty log is %v", tree.Hash)
		}
		return tree, nil
	}
	hashes := tlog.TileHashReader(tree, tileDirectory(dir))
	if err := checkEntries(dir, tree, hashes); err != nil {
		return tree, err
	}
	return tree, checkConsistency(tree, hashes)
}

// openCheckpoint reads a C2SP tlog-checkpoint. Its origin must be the name of the key.
func openCheckpoint(dir, key string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tree, err
	}
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tree, fmt.Errorf("bad size %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// checkEntries checks that the bundles hold exactly the entries whose hashes the tree has.
func checkEntries(dir string, tree tlog.Tree, hashes tlog.HashReader) error {
	every := tree.N/maxProofs + 1
	for first := int64(0); first < tree.N; first += tileWidth {
		width := tree.N - first
		if width > tileWidth {
			width = tileWidth
		}
		entries, err := readBundle(dir, first/tileWidth, int(width))
		if err != nil {
			return err
		}
		leaves, err := readLeaves(hashes, first, width)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			index := first + int64(i)
			leaf := tlog.RecordHash(entry)
			if leaf != leaves[i] {
				return fmt.Errorf("entry %d is not the leaf of the tree", index)
			}
			if index%every != 0 && index != tree.N-1 {
				continue
			}
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
				return fmt.Errorf("entry %d: %w", index, err)
			}
		}
	}
	return nil
}

func readLeaves(hashes tlog.HashReader, first, width int64) ([]tlog.Hash, error) {
	indexes := make([]int64, width)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
	}
	return hashes.ReadHashes(indexes)
}

// readBundle reads the entries of bundle n: each stands behind its length as 16 bits, big-endian.
func readBundle(dir string, n int64, width int) ([][]byte, error) {
	path := strings.Replace(tlog.Tile{H: tileHeight, L: -1, N: n, W: width}.Path(), "tile/8/data/", "tile/entries/", 1)
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for rest := bytes.NewBuffer(data); rest.Len() > 0; {
		prefix := rest.Next(2)
		if len(prefix) < 2 {
			return nil, fmt.Errorf("%s: a length is cut off", path)
		}
		length := int(binary.BigEndian.Uint16(prefix))
		entry := rest.Next(length)
		if len(entry) < length {
			return nil, fmt.Errorf("%s: an entry is cut off", path)
		}
		entries = append(entries, entry)
	}
	if len(entries) != width {
		return nil, fmt.Errorf("%s: %d entries, want %d", path, len(entries), width)
	}
	return entries, nil
}

// checkConsistency checks that the tree extends the trees that it had at earlier sizes.
func checkConsistency(tree tlog.Tree, hashes tlog.HashReader) error {
	for _, size := range []int64{1, 2, 3, 255, 256, 257, tree.N / 3, tree.N / 2, tree.N - 1, tree.N} {
		if size < 1 || size > tree.N {
			continue
		}
		older, err := tlog.TreeHash(size, hashes)
		if err != nil {
			return fmt.Errorf("size %d: %w", size, err)
		}
		proof, err := tlog.ProveTree(tree.N, size, hashes)
		if err != nil {
			return fmt.Errorf("size %d: %w", size, err)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, size, older); err != nil {
			return fmt.Errorf("size %d: %w", size, err)
		}
	}
	return nil
}

// tileDirectory reads tiles from the files of a C2SP tlog-tiles directory.
type tileDirectory string

func (tileDirectory) Height() int { return tileHeight }

func (dir tileDirectory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// C2SP fixes the height at 8 and leaves it out of the path.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		content, err := os.ReadFile(filepath.Join(string(dir), filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		data[i] = content
	}
	return data, nil
}

func (tileDirectory) SaveTiles([]tlog.Tile, [][]byte) {}
